// An address that leads nowhere, for this viewer: not yours and not there look the same.
import { NotFound } from "../design/states";

export const Lost = () => <NotFound />;
