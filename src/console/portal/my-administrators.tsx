// Who runs the company's account, and how to reach them.
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useAnswer } from "../api/use-answer";
import { useViewer } from "../app/viewer";
import { Mark } from "../design/mark";
import { Section } from "../design/section";
import { Answered, Empty } from "../design/states";
import { usePortalWords } from "../words/words";
import { MyAdministrators as Document } from "./me.documents";

export function MyAdministrators() {
  const { me: words } = usePortalWords().portal;
  const viewer = useViewer();
  const administrators = useAnswer(Document, {});
  return (
    <Section title={words.administrators} about={words.administratorsAbout} isFlush>
      <Answered of={administrators} find={({ myAccountAdministrators }) => myAccountAdministrators}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon="people" title={words.noAdministrators} />
          ) : (
            <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
              {found.map(({ id, name, emailAddress }) => (
                <Box
                  component="li"
                  key={id}
                  sx={{ px: 4, py: 2.5, borderTop: 1, borderColor: "divider" }}
                >
                  <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap" }}>
                    <Box component="span" dir="auto" sx={{ fontWeight: 560 }}>
                      {name}
                    </Box>
                    {id === viewer.id && <Mark>{words.thisIsYou}</Mark>}
                  </Box>
                  <Link href={`mailto:${emailAddress}`}>{emailAddress}</Link>
                </Box>
              ))}
            </Box>
          )
        }
      </Answered>
    </Section>
  );
}
