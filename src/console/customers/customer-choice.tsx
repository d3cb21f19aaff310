// One customer, found by the beginning of its name.
import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useAnswer } from "../api/use-answer";
import { useConsoleWords } from "../words/words";
import { Customers } from "./customers.documents";

type Found = { id: string; name: string };
type CustomerChoiceProps = {
  label: string;
  value: Found | null;
  set(customer: Found | null): void;
  error?: string | null;
};

const OFFERED = 20;

export function CustomerChoice({ label, value, set, error }: CustomerChoiceProps) {
  const { clients: words } = useConsoleWords().operator;
  const [typed, setTyped] = useState("");
  const isTyping = typed !== "" && typed !== value?.name;
  const answer = useAnswer(
    Customers,
    {
      first: OFFERED,
      filter: { state: "ACTIVE", ...(isTyping && { nameStartsWith: typed.trim() }) },
      orderBy: "NAME",
    },
    { keepsLast: true },
  );
  return (
    <Autocomplete<Found>
      value={value}
      onChange={(_event, chosen) => set(chosen)}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      options={answer.data?.customers.nodes ?? []}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(offered) => offered}
      loading={answer.isFetching}
      noOptionsText={words.noSuchCustomer}
      slotProps={{ paper: { sx: { border: 1, borderColor: "divider", boxShadow: 4 } } }}
      sx={{
        "& .MuiAutocomplete-inputRoot.MuiOutlinedInput-root": { py: 0, pl: 0 },
        "& .MuiAutocomplete-inputRoot .MuiAutocomplete-input": { py: 1.5, px: 3.5 },
      }}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={label}
          required
          error={Boolean(error)}
          helperText={error ?? words.customerHint}
        />
      )}
    />
  );
}
