// A file holds nothing that its audience's schema would not show.
import { mergeFragments } from "../../src/access/fragment";
import { accessMatrix } from "../../src/access/matrix";
import { allShapes, propertiesOfField } from "../../src/access/record";
import { snakeCase } from "../../src/database/sql";
import { EXPORTED, type Exported } from "../../src/exports/columns";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";

const schema = buildFullSchema();
const matrix = accessMatrix(schema, mergeFragments(accessFragments, schema));

/** The columns of a table that an audience's schema shows, as fields of the records in it. */
const shown = ({ table, audience }: Exported) =>
  allShapes()
    .filter((shape) => shape.table === table)
    .flatMap(({ type }) =>
      Object.entries(matrix[type] ?? {})
        .filter(([, by]) => by[audience] !== "no")
        .flatMap(([field]) => propertiesOfField(type, field).map(snakeCase)),
    );

/** Shown by where a record stands: below its provider. */
const BY_PLACE = ["service_provider_id"];

test.each(Object.entries(EXPORTED))(
  "in a file of %s stands only what its audience is shown",
  (_, exported) => {
    const seen = [...shown(exported), ...BY_PLACE];
    expect(seen.length).toBeGreaterThan(5);
    expect(Object.values(exported.columns).filter((column) => !seen.includes(column))).toEqual([]);
  },
);
