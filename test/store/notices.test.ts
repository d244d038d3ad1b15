/** The law of the notices' ledger, on dynalite or on the DynamoDB that DYNAMODB_ENDPOINT names. */
import { noticeEndsContract } from './notice-ends.contract.ts'
import { noticesContract } from './notices.contract.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

const endpoint = useStoreEndpoint('contract-notices')
noticesContract(endpoint)
noticeEndsContract(endpoint)
