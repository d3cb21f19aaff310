// In development the server names the story world's people in the page, so that one can be chosen instead of typed.
export type StoryPerson = {
  name: string;
  /** As `npm run token -- --as` names it. */
  role: string;
  audience: string;
  emailAddress: string;
  password: string;
};

export function storyIn(page: globalThis.Document): StoryPerson[] | null {
  const text = page.getElementById("root")?.dataset.story;
  return text ? (JSON.parse(text) as StoryPerson[]) : null;
}
