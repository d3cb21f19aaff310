// Contrast (WCAG 2.2, 1.4.3 and 1.4.11): text 4.5 to its ground, what marks a control or the focus 3, in both schemes.
import { COLOURS } from "../../src/public-pages/style";

const channel = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const luminance = (colour: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    channel(parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};
const contrast = (one: string, other: string) => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
};

test("black on white is 21", () => expect(contrast("#000000", "#ffffff")).toBeCloseTo(21));

test.each(Object.entries(COLOURS))("%s", (_scheme, colours) => {
  for (const ground of [colours.paper, colours.card]) {
    for (const text of [colours.ink, colours.quiet, colours.primary, colours.fault])
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    for (const mark of [colours.edge, colours.focus])
      expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(colours["on-primary"], colours.primary)).toBeGreaterThanOrEqual(4.5);
});
