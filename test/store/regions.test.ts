/** The law of test/store/regions.contract.ts, on dynalite or on the DynamoDB that DYNAMODB_ENDPOINT names. */

import { regionsContract } from './regions.contract.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

regionsContract(useStoreEndpoint('contract-regions'))
