// Written by .tools/documents.mjs from staff.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type ErrorCode =
  | "ABSOLUTE"
  | "ADDRESS_CLOSED"
  | "ADDRESS_OF_CONSENT"
  | "ALREADY_DECIDED"
  | "ALREADY_EXISTS"
  | "CONFLICT"
  | "DUPLICATE"
  | "DUTIES_APART"
  | "ERASED"
  | "INVALID"
  | "LAST_ADMINISTRATOR"
  | "LAST_IN_OFFICE"
  | "LINK_NOT_GOOD"
  | "NAMES_A_PERSON"
  | "NOT_BY_YOURSELF"
  | "NOT_CONFIRMED"
  | "NOT_FOUND"
  | "NOT_INFORMED"
  | "NOT_IN_REGISTER"
  | "NOT_IN_USE"
  | "NO_AGREEMENT"
  | "NO_SUCH_BASIS"
  | "OLDER_THAN_NOTICE"
  | "OLDER_THAN_WITHDRAWAL"
  | "REQUIRED"
  | "SECURITY_GOES_ON"
  | "SIGN_IN_REFUSED"
  | "TOO_LONG"
  | "TOO_MANY";

export type InvitationInput = {
  id: string;
};

export type InvitationState = "ACCEPTED" | "EXPIRED" | "OPEN" | "WITHDRAWN";

export type StaffAudience = "MARKETING" | "OPERATOR" | "PRIVACY_OFFICER" | "SUPPORT";

export type StaffDeactivateInput = {
  id: string;
};

export type StaffInviteInput = {
  audience: StaffAudience;
  emailAddress: string;
  name: string;
};

export type StaffRoleGrantInput = {
  audience: StaffAudience;
  staffId: string;
};

export type StaffRoleInput = {
  id: string;
};

export type StaffState = "ACTIVE" | "DEACTIVATED";

export type StaffQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type StaffQuery = {
  staff: {
    nodes: Array<{
      id: string;
      name: string;
      emailAddress: string;
      state: StaffState;
      createdAt: string;
      roles: {
        nodes: Array<{
          id: string;
          audience: StaffAudience;
          grantedBy: string | null;
          grantedAt: string;
          endedAt: string | null;
          isInForce: boolean;
        }>;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type StaffNamesQueryVariables = Exact<{ [key: string]: never }>;

export type StaffNamesQuery = { staff: { nodes: Array<{ id: string; name: string }> } };

export type StaffMemberQueryVariables = Exact<{
  id: string;
}>;

export type StaffMemberQuery = {
  node:
    | {
        id: string;
        name: string;
        emailAddress: string;
        state: StaffState;
        createdAt: string;
        deactivatedAt: string | null;
        roles: {
          nodes: Array<{
            id: string;
            audience: StaffAudience;
            grantedBy: string | null;
            grantedAt: string;
            confirmedBy: string | null;
            confirmedAt: string | null;
            endedBy: string | null;
            endedAt: string | null;
            isInForce: boolean;
          }>;
        };
      }
    | Record<PropertyKey, never>
    | null;
};

export type StaffInvitationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type StaffInvitationsQuery = {
  staffInvitations: {
    nodes: Array<{
      id: string;
      name: string;
      emailAddress: string;
      audience: StaffAudience;
      state: InvitationState;
      invitedBy: string | null;
      invitedAt: string;
      expiresAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type StaffInviteMutationVariables = Exact<{
  input: StaffInviteInput;
}>;

export type StaffInviteMutation = {
  staffInvite: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export type StaffInvitationResendMutationVariables = Exact<{
  input: InvitationInput;
}>;

export type StaffInvitationResendMutation = {
  staffInvitationResend: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type StaffInvitationWithdrawMutationVariables = Exact<{
  input: InvitationInput;
}>;

export type StaffInvitationWithdrawMutation = {
  staffInvitationWithdraw: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type StaffRoleGrantMutationVariables = Exact<{
  input: StaffRoleGrantInput;
}>;

export type StaffRoleGrantMutation = {
  staffRoleGrant: {
    role: { id: string; isInForce: boolean } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type StaffRoleConfirmMutationVariables = Exact<{
  input: StaffRoleInput;
}>;

export type StaffRoleConfirmMutation = {
  staffRoleConfirm: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type StaffRoleEndMutationVariables = Exact<{
  input: StaffRoleInput;
}>;

export type StaffRoleEndMutation = {
  staffRoleEnd: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export type StaffDeactivateMutationVariables = Exact<{
  input: StaffDeactivateInput;
}>;

export type StaffDeactivateMutation = {
  staffDeactivate: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const Staff = documentOf<StaffQuery, StaffQueryVariables>(
  "Staff",
  "query Staff($first:Int!$after:String){staff(first:$first after:$after){nodes{id name emailAddress state createdAt roles(first:10){nodes{id audience grantedBy grantedAt endedAt isInForce}}}pageInfo{hasNextPage endCursor}}}",
  ["PRIVACY_OFFICER", "OPERATOR"],
);
export const StaffNames = documentOf<StaffNamesQuery, StaffNamesQueryVariables>(
  "StaffNames",
  "query StaffNames{staff(first:100){nodes{id name}}}",
  ["PRIVACY_OFFICER", "OPERATOR"],
);
export const StaffMember = documentOf<StaffMemberQuery, StaffMemberQueryVariables>(
  "StaffMember",
  "query StaffMember($id:ID!){node(id:$id){...on StaffMember{id name emailAddress state createdAt deactivatedAt roles(first:50){nodes{id audience grantedBy grantedAt confirmedBy confirmedAt endedBy endedAt isInForce}}}}}",
  ["PRIVACY_OFFICER", "OPERATOR"],
);
export const StaffInvitations = documentOf<StaffInvitationsQuery, StaffInvitationsQueryVariables>(
  "StaffInvitations",
  "query StaffInvitations($first:Int!$after:String){staffInvitations(first:$first after:$after){nodes{id name emailAddress audience state invitedBy invitedAt expiresAt}pageInfo{hasNextPage endCursor}}}",
  ["OPERATOR"],
);
export const StaffInvite = documentOf<StaffInviteMutation, StaffInviteMutationVariables>(
  "StaffInvite",
  "mutation StaffInvite($input:StaffInviteInput!){staffInvite(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const StaffInvitationResend = documentOf<
  StaffInvitationResendMutation,
  StaffInvitationResendMutationVariables
>(
  "StaffInvitationResend",
  "mutation StaffInvitationResend($input:InvitationInput!){staffInvitationResend(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const StaffInvitationWithdraw = documentOf<
  StaffInvitationWithdrawMutation,
  StaffInvitationWithdrawMutationVariables
>(
  "StaffInvitationWithdraw",
  "mutation StaffInvitationWithdraw($input:InvitationInput!){staffInvitationWithdraw(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const StaffRoleGrant = documentOf<StaffRoleGrantMutation, StaffRoleGrantMutationVariables>(
  "StaffRoleGrant",
  "mutation StaffRoleGrant($input:StaffRoleGrantInput!){staffRoleGrant(input:$input){role{id isInForce}userErrors{code field message}}}",
  ["OPERATOR"],
);
export const StaffRoleConfirm = documentOf<
  StaffRoleConfirmMutation,
  StaffRoleConfirmMutationVariables
>(
  "StaffRoleConfirm",
  "mutation StaffRoleConfirm($input:StaffRoleInput!){staffRoleConfirm(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const StaffRoleEnd = documentOf<StaffRoleEndMutation, StaffRoleEndMutationVariables>(
  "StaffRoleEnd",
  "mutation StaffRoleEnd($input:StaffRoleInput!){staffRoleEnd(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const StaffDeactivate = documentOf<
  StaffDeactivateMutation,
  StaffDeactivateMutationVariables
>(
  "StaffDeactivate",
  "mutation StaffDeactivate($input:StaffDeactivateInput!){staffDeactivate(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
