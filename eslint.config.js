import { defineConfig } from 'eslint/config'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'
import { arrowRules } from './arrows.js'

export default defineConfig(
  { ignores: ['build', 'dist', 'coverage', 'data', 'node_modules'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: ['./tests/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      'no-console': 'error',
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['src/cli/**', 'tests/**', 'starter/**'], rules: { 'no-console': 'off' } },
  // How long a test waits is written in one place, and suits the slowest machine.
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'CallExpression[callee.object.name="vi"][callee.property.name=/^wait(For|Until)$/][arguments.length<2]',
          'CallExpression[callee.property.name=/^setDefault(Navigation)?Timeout$/] > Literal',
        ].map((selector) => ({ selector, message: 'Wait as long as tests/support/patience.ts says.' })),
      ],
    },
  },
  // One of these for each request, and V8 collects nothing of what a request holds until the next full collection.
  {
    files: ['src/storefront/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > Property[kind="get"]',
          message: 'Give a function; a getter here leaks for a while.',
        },
      ],
    },
  },
  // A pattern that can run back over what it has read lets a long text stop the shop.
  {
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  ...arrowRules,
)
