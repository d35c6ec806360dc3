import type { CodegenConfig } from '@graphql-codegen/cli';

// Types of the documents in src. A program elsewhere has the address of a server
// here instead of the file: schema: 'http://localhost:8080/graphql'.
const config: CodegenConfig = {
  schema: '../../graph/generated/schema.graphql',
  documents: 'src/**/*.ts',
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { documentMode: 'string', useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars: { Date: 'string', DateTime: 'string', Language: 'string' } },
    },
  },
};

export default config;
