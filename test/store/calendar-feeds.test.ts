/** The law of test/store/calendar-feeds.contract.ts, on dynalite or on the DynamoDB that DYNAMODB_ENDPOINT names. */
import { calendarFeedsContract } from './calendar-feeds.contract.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

calendarFeedsContract(useStoreEndpoint('contract-calendar-feeds'))
