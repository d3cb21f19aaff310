// Where an import stands among its steps. The step is the import's own state: nobody chooses it.
import Box from "@mui/material/Box";
import { Icon } from "../design/icons";
import { useConsoleWords } from "../words/words";

export function ImportSteps({ at }: { at: number }) {
  const { steps, stepsTitle } = useConsoleWords().marketing.imports;
  return (
    <Box
      component="ol"
      aria-label={stepsTitle}
      sx={{
        display: "flex",
        flexWrap: "wrap",
        columnGap: 5,
        rowGap: 1,
        listStyle: "none",
        m: 0,
        p: 0,
      }}
    >
      {steps.map((title, index) => (
        <Box
          component="li"
          key={title}
          aria-current={index === at ? "step" : undefined}
          sx={{
            display: "flex",
            alignItems: "center",
            gap: 1.5,
            color: index === at ? "text.primary" : "text.secondary",
            fontWeight: index === at ? 620 : 400,
          }}
        >
          <Box
            component="span"
            aria-hidden
            sx={{
              display: "grid",
              placeItems: "center",
              width: 22,
              height: 22,
              borderRadius: "50%",
              typography: "caption",
              border: 1,
              borderColor: index <= at ? "primary.main" : "ground.edge",
              bgcolor: index === at ? "primary.main" : "transparent",
              color: index === at ? "primary.contrastText" : "inherit",
            }}
          >
            {index < at ? <Icon name="check" sx={{ fontSize: 14 }} /> : index + 1}
          </Box>
          {title}
        </Box>
      ))}
    </Box>
  );
}
