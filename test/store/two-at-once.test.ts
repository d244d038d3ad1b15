/** The law of test/store/two-at-once.contract.ts, on dynalite or on the DynamoDB that DYNAMODB_ENDPOINT names. */

import { useStoreEndpoint } from './store-endpoint.ts'
import { twoAtOnceContract } from './two-at-once.contract.ts'

twoAtOnceContract(useStoreEndpoint('contract-two-at-once'))
