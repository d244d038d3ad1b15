/** The law of test/store/published-forms.contract.ts, on dynalite or on the DynamoDB that DYNAMODB_ENDPOINT names. */

import { publishedFormsContract } from './published-forms.contract.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

publishedFormsContract(useStoreEndpoint('contract-published-forms'))
