// @ts-check
import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { layerRules } from './eslint.layers.mjs';

export default tseslint.config(
  { ignores: ['dist/', '.vscode-test/', 'test-results/', 'node_modules/'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    // @ts-expect-error the plugin's types and ESLint's differ in a field neither uses here
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js'] })] },
    rules: {
      'max-lines': ['error', 400],
      'eqeqeq': 'error',
      'no-console': 'error',
      'no-undef': 'off', // the type check does it
      // Reports hold full-width spaces and control characters, so patterns and examples do too.
      'no-irregular-whitespace': ['error', { skipTemplates: true, skipRegExps: true, skipComments: true }],
      'no-control-regex': 'off',
      'no-useless-escape': ['error', { allowRegexCharacters: ['[', '-', '/'] }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  ...layerRules,
  { files: ['test/ui/place.mjs', 'test/bench/annotating/paint.mjs'], rules: { '@typescript-eslint/ban-ts-comment': 'off' } },
  { files: ['scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
  // Casts in JSDoc are invisible to the typed rules; the type check itself reads them.
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked], rules: { '@typescript-eslint/no-unnecessary-condition': 'off' } },
);
