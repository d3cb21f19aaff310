// Development only: the story world's people, to be chosen in place of typing.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useSharedWords, type SharedWords } from "../words/words";
import { storyIn, type StoryPerson } from "./story-people";

type StoryPeopleProps = { chosen: StoryPerson | null; choose(person: StoryPerson): void };

export function StoryPeople({ chosen, choose }: StoryPeopleProps) {
  const { signIn: words, audiences } = useSharedWords();
  const [people] = useState(() => storyIn(document));
  if (!people) return null;
  const hasCode = people.some(({ role }) => role === "support");
  return (
    <Box
      component="section"
      aria-label={words.storyTitle}
      sx={{ mt: 6, pt: 4, borderTop: 1, borderColor: "divider" }}
    >
      <Typography variant="h3" component="h2">
        {words.storyTitle}
      </Typography>
      <Typography variant="body2" color="textSecondary" component="p" sx={{ mb: 2 }}>
        {words.storyDetail}
        {hasCode && (
          <>
            {" "}
            {words.storyCode} <code>npm run token -- --as {chosen?.role ?? "support"} --code</code>
          </>
        )}
      </Typography>
      <Box sx={{ display: "grid", gap: 1 }}>
        {people.map((person) => (
          <Button
            key={person.emailAddress}
            color="inherit"
            variant={chosen?.emailAddress === person.emailAddress ? "outlined" : "text"}
            onClick={() => choose(person)}
            sx={{ justifyContent: "space-between", gap: 3 }}
          >
            <span>{person.name}</span>
            <Typography variant="body2" color="textSecondary" component="span">
              {audiences[person.audience as keyof SharedWords["audiences"]]}
            </Typography>
          </Button>
        ))}
      </Box>
    </Box>
  );
}
