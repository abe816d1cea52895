// Run by .ci/scripts.sh. Types are checked by TypeScript, which also knows every name.
export default [{
  files: ['www/*.js'],
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    'array-callback-return': 'error',
    curly: 'error',
    eqeqeq: 'error',
    'no-constant-binary-expression': 'error',
    'no-duplicate-imports': 'error',
    'no-fallthrough': 'error',
    'no-implied-eval': 'error',
    'no-self-assign': 'error',
    'no-self-compare': 'error',
    'no-shadow': 'error',
    'no-unreachable': 'error',
    'no-unused-private-class-members': 'error',
    'no-unused-vars': 'error',
    'no-useless-assignment': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'object-shorthand': 'error',
  },
}];
