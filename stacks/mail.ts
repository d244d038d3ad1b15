/**
 * Who we are to the mail world: the domain's identity (DKIM 2048, own MAIL FROM, so SPF and DKIM align for DMARC), the
 * configuration set that demands TLS, and the topic on which SES says what became of each mail.
 * A stage other than production may not send at all: an explicit Deny, which no later Allow can undo. With
 * MAIL_ALLOWED_RECIPIENTS it may write to exactly those. So no test ever mails a real head of agency.
 */
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  DkimIdentity,
  EasyDkimSigningKeyLength,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Stack, StackContext } from './constructs.ts'
import { isProduction, removalPolicy } from './conventions.ts'
import { readSettings, type Settings } from './settings.ts'

/** Answers the sender, the configuration set, the topic of SES's events and the statements of whoever sends. */
export function Mail({ app, stack }: StackContext) {
  const settings = readSettings(app.stage)
  const configurationSet = new ConfigurationSet(stack, 'configuration-set', {
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  })
  const identity = settings.sharedIdentity ? undefined : createIdentity(stack, settings.mailDomain, configurationSet)
  const topic = createEventTopic(stack, app)
  configurationSet.addEventDestination('events', {
    destination: EventDestination.snsTopic(topic),
    events: [
      EmailSendingEvent.SEND,
      EmailSendingEvent.DELIVERY,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.REJECT,
      EmailSendingEvent.DELIVERY_DELAY,
      EmailSendingEvent.RENDERING_FAILURE,
    ],
  })
  if (identity) {
    stack.addOutputs({
      DkimRecords: identity.dkimRecords.map((record) => `${record.name} CNAME ${record.value}`).join(' ; '),
      MailFromRecords: `bounce.${settings.mailDomain} MX 10 feedback-smtp.${app.region}.amazonses.com ; TXT v=spf1 include:amazonses.com ~all`,
    })
  }
  const sending = [
    identity?.emailIdentityArn ?? arnOf(stack, `identity/${settings.mailDomain}`),
    arnOf(stack, `configuration-set/${configurationSet.configurationSetName}`),
  ]
  return {
    configurationSet,
    topic,
    mailFrom: `Lengkap <${settings.mailFrom}>`,
    sendStatements: sendStatements(isProduction(app), settings, sending),
  }
}

/** Of two stages with one domain one has the identity: SES knows a domain once an account. */
function createIdentity(stack: Stack, mailDomain: string, configurationSet: ConfigurationSet): EmailIdentity {
  return new EmailIdentity(stack, 'identity', {
    identity: Identity.domain(mailDomain),
    configurationSet,
    dkimIdentity: DkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT),
    mailFromDomain: `bounce.${mailDomain}`,
    mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
  })
}

/** Rights of a sender: from our one address; to anybody in production, elsewhere to nobody or to the listed. */
export function sendStatements(
  production: boolean,
  settings: Pick<Settings, 'mailFrom' | 'allowedRecipients'>,
  resources: string[],
): PolicyStatement[] {
  const actions = ['ses:SendRawEmail']
  const fromUs = { 'ses:FromAddress': settings.mailFrom }
  if (production) return [new PolicyStatement({ actions, resources, conditions: { StringEquals: fromUs } })]
  const listed = settings.allowedRecipients
  if (listed.length === 0)
    return [new PolicyStatement({ effect: Effect.DENY, actions: ['ses:Send*'], resources: ['*'] })]
  return [
    new PolicyStatement({
      actions,
      resources,
      conditions: {
        StringEquals: fromUs,
        'ForAllValues:StringLike': { 'ses:Recipients': listed },
        // ForAllValues is true of a request that names no recipient; such a request is not wanted either.
        Null: { 'ses:Recipients': 'false' },
      },
    }),
  ]
}

/** SES's events name recipients, so the topic is encrypted; only a key of our own lets SES write to it. */
function createEventTopic(stack: Stack, app: { stage: string }): Topic {
  const key = new Key(stack, 'events-key', {
    description: 'Encrypts what SES reports about mails',
    enableKeyRotation: true,
    removalPolicy: removalPolicy(app),
  })
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('ses.amazonaws.com')],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  return new Topic(stack, 'events', { masterKey: key, enforceSSL: true })
}

function arnOf(stack: Stack, resource: string): string {
  return `arn:${stack.partition}:ses:${stack.region}:${stack.account}:${resource}`
}
