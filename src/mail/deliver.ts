// placeholder until the sender is merged
export const deliver = async (_mail: {
  to: string;
  subject: string;
  text: string;
  messageId: string;
}): Promise<void> => undefined;
export const isPermanent = (_error: unknown): boolean => false;
