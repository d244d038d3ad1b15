/** The law of test/store/place.contract.ts, on dynalite or on the DynamoDB that DYNAMODB_ENDPOINT names. */

import { placeContract } from './place.contract.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

placeContract(useStoreEndpoint('contract-place'))
