// The one design: type, spacing and colour in both modes, and how MUI's parts look in it. Dense and calm: borders in
// place of shadows, one accent, and colour only where it says something.
import "@fontsource-variable/inter/wght.css";
import { createTheme } from "@mui/material/styles";

declare module "@mui/material/styles" {
  interface Palette {
    /** What lies under the surfaces, and the edge of what can be typed into (3:1, WCAG 2.2 §1.4.11). */
    ground: { page: string; rail: string; sunken: string; hover: string; edge: string };
    /** What the law allows, and what it closes. */
    lawful: { open: string; openGround: string; closed: string; closedGround: string };
  }
  interface PaletteOptions {
    ground?: Palette["ground"];
    lawful?: Palette["lawful"];
  }
}

const FOCUS = { light: "#b45309", dark: "#ffb454" };

const light = {
  primary: { main: "#1d4f91", dark: "#163d72", light: "#dfe9f6", contrastText: "#ffffff" },
  error: { main: "#a8261c", contrastText: "#ffffff" },
  warning: { main: "#8a5200", contrastText: "#ffffff" },
  success: { main: "#1a6b45", contrastText: "#ffffff" },
  info: { main: "#1d4f91", contrastText: "#ffffff" },
  text: { primary: "#1b2126", secondary: "#525d66", disabled: "#6f7a83" },
  background: { default: "#f5f6f7", paper: "#ffffff" },
  divider: "#dde1e5",
  ground: {
    page: "#f5f6f7",
    rail: "#eceff2",
    sunken: "#f0f2f4",
    hover: "#eef3f9",
    edge: "#8a949d",
  },
  lawful: { open: "#1a6b45", openGround: "#e3f1ea", closed: "#a8261c", closedGround: "#f9e7e5" },
};

const dark = {
  primary: { main: "#8fb6ec", dark: "#b3cef3", light: "#22344d", contrastText: "#10161d" },
  error: { main: "#f2988f", contrastText: "#1b0a08" },
  warning: { main: "#e8b25c", contrastText: "#1c1405" },
  success: { main: "#7fcba4", contrastText: "#08170f" },
  info: { main: "#8fb6ec", contrastText: "#10161d" },
  text: { primary: "#e6e9ec", secondary: "#a8b1b9", disabled: "#8b959d" },
  background: { default: "#14181c", paper: "#1b2025" },
  divider: "#30373e",
  ground: {
    page: "#14181c",
    rail: "#101418",
    sunken: "#171c20",
    hover: "#232b33",
    edge: "#6d7780",
  },
  lawful: { open: "#7fcba4", openGround: "#1b3328", closed: "#f2988f", closedGround: "#3d211f" },
};

const SANS = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: "data-colours" },
  colorSchemes: { light: { palette: light }, dark: { palette: dark } },
  spacing: 4,
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: SANS,
    fontSize: 14,
    htmlFontSize: 16,
    h1: { fontSize: "1.375rem", fontWeight: 620, lineHeight: 1.3, letterSpacing: "-0.012em" },
    h2: { fontSize: "1rem", fontWeight: 620, lineHeight: 1.4, letterSpacing: "-0.006em" },
    h3: { fontSize: "0.875rem", fontWeight: 620, lineHeight: 1.4 },
    body1: { fontSize: "0.875rem", lineHeight: 1.5 },
    body2: { fontSize: "0.8125rem", lineHeight: 1.45 },
    caption: { fontSize: "0.75rem", lineHeight: 1.4 },
    button: { fontSize: "0.8125rem", fontWeight: 560, textTransform: "none" },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        html: { fontFeatureSettings: '"cv05", "ss03"', WebkitFontSmoothing: "antialiased" },
        body: { overflowWrap: "anywhere" },
        // a name begins where others do, whichever way it is written
        ":where([dir=auto]:not(input, textarea))": { textAlign: "left" },
        ":focus-visible": { outline: `2px solid ${FOCUS.light}`, outlineOffset: 2 },
        "[data-colours=dark] :focus-visible": { outlineColor: FOCUS.dark },
        "@media (prefers-reduced-motion: reduce)": {
          "*": { animation: "none !important", transition: "none !important" },
        },
        "@media print": { "nav, header, [data-print=no]": { display: "none !important" } },
      },
    },
    // MUI takes the outline off; the keyboard's place is seen all the same (WCAG 2.2 §2.4.7)
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: ({ theme: own }) => ({
          "&:focus-visible, &:has(:focus-visible)": {
            outline: `2px solid ${FOCUS.light}`,
            outlineOffset: 2,
            ...own.applyStyles("dark", { outlineColor: FOCUS.dark }),
          },
        }),
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: "small" },
      styleOverrides: {
        root: ({ theme: { vars } }) => ({
          minHeight: 32,
          paddingInline: 12,
          "&.MuiButton-outlined": { borderColor: vars?.palette.divider },
          "&.MuiButton-outlinedInherit": { background: vars?.palette.background.paper },
          "&.Mui-disabled": {
            color: vars?.palette.text.disabled,
            background: vars?.palette.ground.sunken,
            border: `1px solid ${vars?.palette.divider}`,
          },
        }),
      },
    },
    MuiIconButton: { defaultProps: { size: "small" } },
    MuiTextField: { defaultProps: { size: "small", fullWidth: true } },
    MuiFormControl: { defaultProps: { size: "small" } },
    MuiSelect: { defaultProps: { size: "small" } },
    MuiCheckbox: { defaultProps: { size: "small" } },
    // a label stands above its field and stays there
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: ({ theme: { vars } }) => ({
          position: "static",
          transform: "none",
          marginBottom: 3,
          fontSize: "0.75rem",
          fontWeight: 560,
          color: vars?.palette.text.secondary,
          whiteSpace: "normal",
        }),
      },
    },
    MuiOutlinedInput: {
      defaultProps: { notched: false },
      styleOverrides: {
        root: ({ theme: { vars } }) => ({
          background: vars?.palette.background.paper,
          "& .MuiOutlinedInput-notchedOutline": { top: 0, borderColor: vars?.palette.ground.edge },
          "& .MuiOutlinedInput-notchedOutline legend": { display: "none" },
        }),
        input: { paddingBlock: 6, height: "1.25rem" },
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginInline: 0, marginTop: 3 } } },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: "none" } },
    },
    // what is told over a page is read in both modes (WCAG 2.2 §1.4.3)
    MuiAlert: {
      styleOverrides: {
        filled: ({ theme: { vars }, ownerState: { severity = "success" } }) => ({
          color: vars?.palette[severity].contrastText,
          backgroundColor: vars?.palette[severity].main,
        }),
      },
    },
    MuiDialog: {
      styleOverrides: {
        paper: ({ theme: { vars } }) => ({ border: `1px solid ${vars?.palette.divider}` }),
      },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: "1.0625rem", fontWeight: 620 } } },
    MuiMenu: {
      styleOverrides: {
        paper: ({ theme: { vars } }) => ({
          border: `1px solid ${vars?.palette.divider}`,
          boxShadow: "0 6px 24px rgb(0 0 0 / 0.14)",
        }),
      },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          fontSize: "0.8125rem",
          minHeight: 32,
          "&:focus-visible, &:has(:focus-visible)": { outlineOffset: -2 },
        },
      },
    },
    MuiTooltip: {
      defaultProps: { arrow: true, enterDelay: 400 },
      styleOverrides: { tooltip: { fontSize: "0.75rem" } },
    },
    MuiChip: { defaultProps: { size: "small" }, styleOverrides: { root: { borderRadius: 4 } } },
    MuiTab: { styleOverrides: { root: { minHeight: 36, paddingBlock: 6, paddingInline: 12 } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 36 } } },
    MuiLink: { defaultProps: { underline: "hover" } },
  },
});
