// The page: who one is and the way back above, GraphiQL below. It shows the schema that the API shows this person.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useColorScheme } from "@mui/material/styles";
import { GraphiQL } from "graphiql";
import { useMemo } from "react";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "graphiql/graphiql.css";
import type { Door } from "../app/doors";
import { useViewer } from "../app/viewer";
import { Brand } from "../design/brand";
import { Icon } from "../design/icons";
import { useTitle } from "../design/page";
import { useGraphiqlWords } from "../words/words";
import "./editor";
import { examplesPane } from "./examples-pane";
import { fetcher } from "./fetcher";
import "./house.css";
import { EDITOR_THEMES, Looks } from "./looks";
import { memory } from "./memory";

export function Workbench({ door }: { door: Door }) {
  const { graphiql, shared } = useGraphiqlWords();
  const { mode, systemMode } = useColorScheme();
  useTitle(shared.frame.graphiql);
  const panes = useMemo(() => [examplesPane(graphiql.examples)], [graphiql.examples]);
  const colours = (mode === "system" ? systemMode : mode) ?? "light";
  return (
    <Box sx={{ display: "grid", height: "100dvh", gridTemplateRows: "52px minmax(0, 1fr)" }}>
      <Header door={door} />
      <Box component="main" lang="en" sx={{ minHeight: 0 }}>
        <GraphiQL
          fetcher={fetcher}
          storage={memory}
          plugins={panes}
          visiblePlugin={graphiql.examples}
          forcedTheme={colours}
          editorTheme={EDITOR_THEMES}
          defaultEditorToolsVisibility="variables"
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
          defaultQuery=""
        >
          <GraphiQL.Logo>
            <></>
          </GraphiQL.Logo>
          <Looks colours={colours} />
        </GraphiQL>
      </Box>
    </Box>
  );
}

function Header({ door }: { door: Door }) {
  const { graphiql, shared } = useGraphiqlWords();
  const { audience, customerName } = useViewer();
  return (
    <Box
      component="header"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 3,
        px: { xs: 3, md: 4 },
        borderBottom: 1,
        borderColor: "divider",
        bgcolor: "ground.rail",
      }}
    >
      <Brand />
      <Typography variant="h1" sx={{ fontSize: "1rem", color: "text.secondary" }}>
        {shared.frame.graphiql}
      </Typography>
      <Box sx={{ flex: 1 }} />
      <Typography variant="caption" color="textSecondary" noWrap>
        {shared.frame.actingAs(shared.audiences[audience], customerName)}
      </Typography>
      <Button
        href={door === "CONSOLE" ? "/console" : "/portal"}
        color="inherit"
        variant="outlined"
        startIcon={<Icon name="leave" />}
        sx={{ flexShrink: 0 }}
      >
        {door === "CONSOLE" ? graphiql.toConsole : graphiql.toPortal}
      </Button>
    </Box>
  );
}
