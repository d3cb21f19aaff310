// A place in the navigation that leads to a page of its own: what GraphiQL brings is loaded there alone.
import { useEffect } from "react";
import { Waiting } from "../design/states";

export function Screen() {
  useEffect(() => location.replace("/graphiql"), []);
  return <Waiting />;
}
