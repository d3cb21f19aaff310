// A place in the navigation whose page the server has at the same address: what GraphiQL brings is loaded there alone.
import { useEffect } from "react";
import { useHref } from "react-router";
import { Waiting } from "../design/states";

export function Screen() {
  const address = useHref("/graphiql");
  useEffect(() => location.replace(address), [address]);
  return <Waiting />;
}
