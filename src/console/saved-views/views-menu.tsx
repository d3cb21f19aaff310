// Filters kept under a name, one's own and shared ones. A view is an address: to open one is to go there.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Divider from "@mui/material/Divider";
import FormControlLabel from "@mui/material/FormControlLabel";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { Link } from "react-router";
import { mayAsk } from "../api/document";
import { useAct, useAnswer } from "../api/use-answer";
import { useViewer } from "../app/viewer";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { Icon } from "../design/icons";
import { Mark } from "../design/mark";
import { tell } from "../design/toasts";
import { useSharedWords } from "../words/words";
import {
  SavedViewRemove,
  SavedViewSave,
  SavedViewsOfList,
  type SavedViewsOfListQuery,
} from "./saved-views.documents";

type View = SavedViewsOfListQuery["savedViews"]["nodes"][number];

const SHOWN = 100;
const NAME_MAXIMUM = 100;

type ViewsMenuProps = { list: string; search: string };

/** Whoever keeps no views is offered none. */
export function ViewsMenu(props: ViewsMenuProps) {
  return mayAsk(useViewer().audience, SavedViewsOfList) ? <Views {...props} /> : null;
}

function Views({ list: name, search }: ViewsMenuProps) {
  const { list } = useSharedWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Icon name="bookmark" />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {list.views}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{ paper: { role: "dialog", "aria-label": list.views, sx: { width: 320 } } }}
      >
        <KeptViews name={name} search={search} close={close} />
        <Divider />
        <Box sx={{ p: 2 }}>
          <Button
            startIcon={<Icon name="plus" />}
            onClick={() => {
              close();
              setKeeping(true);
            }}
          >
            {list.keepView}
          </Button>
        </Box>
      </Popover>
      {isKeeping && <KeepView name={name} search={search} close={() => setKeeping(false)} />}
    </>
  );
}

type OfList = { name: string; search: string; close(): void };

function KeptViews({ name, search, close }: OfList) {
  const { list } = useSharedWords();
  const kept = useAnswer(SavedViewsOfList, { list: name, first: SHOWN });
  const views = kept.data?.savedViews.nodes ?? [];
  if (views.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary" sx={{ p: 4 }}>
        {kept.isPending ? list.loading : list.noViews}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 2, maxHeight: 320, overflow: "auto" }}>
      {views.map((view) => (
        <ViewLine key={view.id} view={view} isOpen={view.search === search} close={close} />
      ))}
    </Box>
  );
}

function ViewLine({ view, isOpen, close }: { view: View; isOpen: boolean; close(): void }) {
  const { list } = useSharedWords();
  const remove = useAct(SavedViewRemove, {
    changes: [SavedViewsOfList.name],
    done: () => tell({ text: list.viewRemoved(view.name) }),
  });
  return (
    <Box component="li" sx={{ display: "flex", alignItems: "center", gap: 1 }}>
      <Button
        component={Link}
        to={{ search: view.search }}
        color="inherit"
        aria-current={isOpen ? "true" : undefined}
        onClick={close}
        sx={{ flex: 1, justifyContent: "flex-start", gap: 2, fontWeight: isOpen ? 640 : 500 }}
      >
        <Box component="span" dir="auto" sx={{ overflow: "hidden", textOverflow: "ellipsis" }}>
          {view.name}
        </Box>
        {view.isShared && <Mark>{list.sharedView}</Mark>}
      </Button>
      {view.viewerCanChange && (
        <IconButton
          aria-label={list.removeView(view.name)}
          disabled={remove.isPending}
          onClick={() => remove.mutate({ input: { id: view.id } })}
        >
          <Icon name="close" sx={{ fontSize: 16 }} />
        </IconButton>
      )}
    </Box>
  );
}

function KeepView({ name, search, close }: OfList) {
  const { act, list } = useSharedWords();
  const form = useForm({
    initial: { name: "", isShared: false },
    document: SavedViewSave,
    input: (fields) => ({ input: { ...fields, list: name, search } }),
    errorsOf: ({ savedViewSave }) => savedViewSave.userErrors,
    changes: [SavedViewsOfList.name],
    done: ({ savedViewSave }) => {
      tell({ text: list.viewKept(savedViewSave.savedView?.name ?? "") });
      close();
    },
  });
  return (
    <FormDialog
      isOpen
      title={list.keepView}
      close={close}
      act={act.save}
      form={form}
      isBlocked={!form.fields.name.trim()}
    >
      <Typography variant="body2" color="textSecondary">
        {list.personalStaysOut}
      </Typography>
      <Field
        label={list.viewName}
        {...form.field("name")}
        maximum={NAME_MAXIMUM}
        isRequired
        isFocused
      />
      <FormControlLabel
        label={list.viewShared}
        control={
          <Checkbox
            checked={form.fields.isShared}
            onChange={(_event, isShared) => form.set({ isShared })}
          />
        }
      />
    </FormDialog>
  );
}
