// A screen that threw: what is beside it stays usable.
import Button from "@mui/material/Button";
import { useRouteError } from "react-router";
import { FaultNotice } from "../design/states";
import { Page } from "../design/page";
import { useSharedWords } from "../words/words";

export function Broken() {
  const { fault } = useSharedWords();
  return (
    <Page title={fault.title}>
      <FaultNotice error={useRouteError()} />
      <Button onClick={() => location.reload()} sx={{ justifySelf: "center" }}>
        {fault.reload}
      </Button>
    </Page>
  );
}
