/** The page is made with one word that its styles need to be taken (CSP). */
export const styleNonce =
  document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.content;
