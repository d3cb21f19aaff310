// What the compiler can't say: promises that nobody awaits, `any` that creeps in, and imports that run against
// the house's direction. Typed rules for TypeScript; the few files of plain JavaScript only the basics.
import { defineConfig } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/", "node_modules/", ".data/", "schema/", "**/*.documents.ts"] },
  { rules: { eqeqeq: "error", "prefer-const": "error", "no-var": "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/require-await": "off",
      // shapes hold functions here, and no function asks for `this`
      "@typescript-eslint/unbound-method": "off",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Exports have names." },
      ],
      "max-lines": ["error", { max: 400, skipBlankLines: true }],
    },
  },
  {
    // What a client is told has a code of the catalogue.
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/console/**", "src/errors/operation-error.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Exports have names." },
        {
          selector: "NewExpression[callee.name='GraphQLError']",
          message: "Make it from src/errors/catalogue.ts, by operationError().",
        },
      ],
    },
  },
  {
    files: ["src/console/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"]],
    rules: {
      // a handler of the browser's may be asynchronous: what it awaits tells its own faults
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
    },
  },
  {
    // Tests read answers of any shape freely: a wrong guess fails the assertion.
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-call": "off",
    },
  },
  {
    files: ["**/*.{mjs,cjs}"],
    rules: { "no-unused-vars": ["error", { argsIgnorePattern: "^_" }], "no-unreachable": "error" },
  },
);
