import { openApi } from "../setup/api";
test("probe", async () => {
  const api = await openApi();
  const q = 'mutation($i: ProspectCreateInput!){prospectCreate(input:$i){userErrors{code field}}}';
  for (const givenAt of ["2020-01-01T00:00:00+23:00", "0000-01-01T00:00:00Z", "2020-01-01T24:00:00Z"])
    console.log(givenAt, (await api.as("marketing")(q, { i: { name: "a", kind: "PARTNER", source: "x", emailAddress: "q@fair.example.com", basis: "CONSENT", consent: { wording: "x", givenAt } } })).text);
  console.log("day", (await api.as("dashboard")('{figures(fromMonth:"0000-01-01"){month}}')).text);
  for (const f of ["audience", "operation"]) console.log(f, (await api.as("privacy")(`query($f: AuditEntryFilter){auditEntries(filter:$f){totalCount}}`, { f: { [f]: "a\u0000" } })).text);
  console.log("intake", (await api.as("intake")('mutation{interactionRecord(input:{interactions:[{sourceId:"q",kind:SITE,occurredAt:"2026-01-01T00:00:00+23:00"}]}){recorded refused{code}}}')).text);
  console.log("supp", (await api.as("marketing")('mutation($r:String!){suppressionAdd(input:{emailAddress:"q@q.example.com",reason:$r}){userErrors{code}}}',{r:"a\u0000"})).text);
  console.log("sync", (await api.as("sync")('mutation{prospectCreate(input:{name:"a"}){userErrors{code}}}')).text);
  await api.close();
});
