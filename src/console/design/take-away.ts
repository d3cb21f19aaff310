// A file to take away, as a browser takes any: by its link, which opens that file alone and only for a while. Nothing of
// it is held in memory, however large it is; so the link is asked for at the click.
export function takeAway(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = ""; // its name comes with it
  document.body.append(link);
  link.click();
  link.remove();
}
