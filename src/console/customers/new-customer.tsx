// A new customer: the company's name and country. What it may be processed for follows from its contract.
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useNavigate } from "react-router";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { Icon } from "../design/icons";
import { useOpenedByAddress } from "../design/opened-by-address";
import { tell } from "../design/toasts";
import { useCountryName } from "../words/countries";
import { useConsoleWords } from "../words/words";
import { Customers } from "./customers.documents";
import { CustomerCreate } from "./keeping.documents";

const NOTHING = { name: "", country: "" };
const NAME_MAXIMUM = 200;
const COUNTRY_LETTERS = 2;

export function NewCustomer() {
  const { customers: words } = useConsoleWords().operator;
  const { isOpen, open, close } = useOpenedByAddress("create");
  const navigate = useNavigate();
  const country = useCountryName();
  const form = useForm({
    initial: NOTHING,
    document: CustomerCreate,
    input: (input: typeof NOTHING) => ({ input }),
    errorsOf: ({ customerCreate }) => customerCreate.userErrors,
    changes: [Customers.name],
    done: ({ customerCreate: { customer } }) => {
      form.reset();
      if (!customer) return;
      tell({ text: words.created(customer.name) });
      void navigate(`/customers/${customer.id}`);
    },
  });
  const leave = () => {
    form.reset();
    close();
  };
  return (
    <>
      <Button variant="contained" startIcon={<Icon name="plus" />} onClick={open}>
        {words.create}
      </Button>
      <FormDialog
        isOpen={isOpen}
        title={words.create}
        close={leave}
        act={words.createAct}
        form={form}
        isBlocked={!form.fields.name.trim() || form.fields.country.length !== COUNTRY_LETTERS}
      >
        <Typography variant="body2" color="textSecondary">
          {words.createAbout}
        </Typography>
        <Field
          label={words.name}
          {...form.field("name")}
          maximum={NAME_MAXIMUM}
          isRequired
          isFocused
        />
        <Field
          label={words.country}
          value={form.fields.country}
          set={(typed) => form.set({ country: typed.toUpperCase() })}
          error={form.errorOf("country")}
          hint={country(form.fields.country) ?? words.countryHint}
          isRequired
          more={{ maxLength: COUNTRY_LETTERS, autoCapitalize: "characters" }}
        />
      </FormDialog>
    </>
  );
}
