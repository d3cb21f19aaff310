// A value that follows the hand at once, and is told once the hand rests: what is asked costs an entry of the audit.
import { useEffect, useRef, useState } from "react";

const RESTS_MS = 400;

export function useRested<Value>(known: Value, rested: (value: Value) => void) {
  const [value, setValue] = useState(known);
  const [lastKnown, setLastKnown] = useState(known);
  const [isMoving, setMoving] = useState(false);
  if (known !== lastKnown) {
    setLastKnown(known); // chosen elsewhere
    setValue(known);
    setMoving(false);
  }
  const tell = useRef(rested);
  useEffect(() => {
    tell.current = rested;
  });
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setTimeout(() => {
      setMoving(false);
      tell.current(value);
    }, RESTS_MS);
    return () => clearTimeout(timer);
  }, [isMoving, value]);
  const move = (next: Value) => {
    setMoving(true);
    setValue(next);
  };
  return [value, move] as const;
}
