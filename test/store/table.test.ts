/** The law of test/store/table.contract.ts, on dynalite or on the DynamoDB that DYNAMODB_ENDPOINT names. */
import { useStoreEndpoint } from './store-endpoint.ts'
import { tableContract } from './table.contract.ts'

tableContract(useStoreEndpoint('contract-table'))
