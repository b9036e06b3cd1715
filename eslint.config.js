import js from "@eslint/js";
import vue from "eslint-plugin-vue";
import accessibility from "eslint-plugin-vuejs-accessibility";
import globals from "globals";
import ts from "typescript-eslint";

/** What only one kind of machine has. `shared` runs on all of them and asks its `Platform` instead. */
const machineOnly = Object.keys({ ...globals.browser, ...globals.node }).filter(
  (name) => !(name in globals["shared-node-browser"]),
);

/** Layout is Prettier's affair. Arrows between packages and between features: tests/architecture.test.ts. */
export default [
  { ignores: ["**/dist", "**/dist-h5", "**/coverage", "data", "tests/output", "server/seeds/data"] },

  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs["flat/recommended"],
  vue.configs["no-layout-rules"],
  {
    rules: {
      "eqeqeq": ["error", "always", { null: "ignore" }],
      "max-lines": ["error", 400],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true } }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      // Type and schema share one name on purpose: `const CaseId = …; type CaseId = …`.
      "no-redeclare": "off",
      "vue/block-order": ["error", { order: ["script", "template", "style"] }],
      "vue/no-v-html": "error",
      // With `exactOptionalPropertyTypes` an optional prop is absent, and that is meant.
      "vue/require-default-prop": "off",
      // `app.vue`, and the pages of the mini program, which Taro wants named `index.vue`.
      "vue/multi-word-component-names": ["error", { ignores: ["app", "index"] }],
    },
  },
  {
    // What a test has just made is there.
    files: ["**/*.test.ts", "tests/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    // These tools look for a default export.
    files: ["**/*.config.{js,ts}", "miniapp/config/index.ts", "miniapp/src/app.ts", "**/*.vue", "**/*.d.ts"],
    rules: { "no-restricted-exports": "off" },
  },

  {
    files: ["**/*.vue"],
    // vue-tsc knows every name there is.
    rules: { "no-undef": "off" },
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ["{shared,server,web,miniapp,tests}/**/*.{ts,vue}"],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: [".vue"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    // The few rules that need types: a promise nobody waits for loses its error.
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
    },
  },
  {
    files: ["{shared,web,miniapp}/src/**/*.{ts,vue}"],
    rules: { "no-console": "error" },
  },
  {
    files: ["shared/src/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-globals": ["error", "console", ...machineOnly] },
  },

  ...accessibility.configs["flat/recommended"].map((config) => ({ ...config, files: ["web/**/*.vue"] })),
  {
    files: ["web/**/*.vue"],
    rules: {
      // A label around its field, or one that points at it: either will do.
      "vuejs-accessibility/label-has-for": ["error", { required: { some: ["nesting", "id"] } }],
    },
  },

  {
    // Taro loads its configuration and its plugins as CommonJS.
    files: ["miniapp/**/*.js"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: { globals: globals.node },
  },
];
