// Plain text that any screen can wrap (RFC 3676, format=flowed): a line that ends in a space goes on in the next one.

/** Characters of a line, as the RFC advises. */
const WIDTH = 72;
const SIGNATURE = "-- ";

export const flowed = (text: string): string =>
  text.replace(/\r\n?/g, "\n").split("\n").flatMap(linesOf).map(stuffed).join("\r\n");

function linesOf(paragraph: string): string[] {
  if (paragraph === SIGNATURE) return [SIGNATURE];
  const lines = [""];
  for (const word of paragraph.trimEnd().split(/(?<= )/)) {
    const line = lines.at(-1)!;
    const isFull = line !== "" && (line + word).trimEnd().length > WIDTH;
    if (isFull) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines;
}

/** What would read as a quotation, as a stuffed line or as mbox's separator gets a space in front (§4.4). */
const stuffed = (line: string) => (/^( |>|From )/.test(line) ? ` ${line}` : line);
