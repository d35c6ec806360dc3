import type { CodegenConfig } from '@graphql-codegen/cli';

// Types of the GraphQL documents in src, from the schema that the server prints.
const config: CodegenConfig = {
  schema: '../graph/generated/schema.graphql',
  documents: 'src/**/*.{ts,tsx}',
  ignoreNoDocuments: true,
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', Language: 'string' },
        skipTypename: true,
        inlineFragmentTypes: 'combine',
        onlyOperationTypes: true,
      },
    },
  },
};

export default config;
