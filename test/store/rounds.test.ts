/** The law of test/store/rounds.contract.ts, on dynalite or on the DynamoDB that DYNAMODB_ENDPOINT names. */

import { roundsContract } from './rounds.contract.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

roundsContract(useStoreEndpoint('contract-rounds'))
