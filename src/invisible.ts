// Characters that show nothing: Unicode's default ignorable ones, marks of direction among them, and the blank of Braille.

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, "");
