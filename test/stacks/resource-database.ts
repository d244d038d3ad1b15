/**
 * A template against AWS's own database of resources (the package @aws-cdk/aws-service-spec): every property is known there, has the type that
 * is said there, and none is missing that must be given. What CloudFormation fills in later (references, functions) is taken on trust.
 */
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Resource } from './synthesize.ts'

const database = loadAwsServiceSpecSync()
const definitionOf = (reference: { $ref: string }) => database.get('typeDefinition', reference)
type ResourceProperties = ReturnType<typeof definitionOf>['properties']
type PropertyType = ResourceProperties[string]['type']

/** A value at its place in the template: `logical id/Property/0`. */
type Given = { readonly path: string; readonly value: unknown }

/** What does not fit, each with its place; none: all does. */
export function heldAgainstDatabase(resources: readonly Resource[]): string[] {
  return resources
    .filter(({ Type }) => !Type.startsWith('Custom::'))
    .flatMap(({ logicalId: path, Type, Properties = {} }) => {
      const [known] = database.lookup('resource', 'cloudFormationType', 'equals', Type)
      return known === undefined
        ? [`${path}: ${Type} is unknown`]
        : flawsOf({ path, value: Properties }, known.properties)
    })
}

function flawsOf({ path, value }: Given, known: ResourceProperties): string[] {
  if (!isObject(value)) return [`${path}: is no object`]
  const missing = Object.keys(known).filter((name) => known[name]?.required && value[name] === undefined)
  const given = Object.entries(value).flatMap(([name, each]) => {
    const type = known[name]?.type
    return type === undefined
      ? [`${path}: ${name} is unknown`]
      : misfits({ path: `${path}/${name}`, value: each }, type)
  })
  return [...missing.map((name) => `${path}: ${name} is missing`), ...given]
}

function misfits(given: Given, type: PropertyType): string[] {
  const { path, value } = given
  if (isFilledIn(value)) return []
  const inside = (element: PropertyType) =>
    Object.entries(value as object).flatMap(([key, each]) => misfits({ path: `${path}/${key}`, value: each }, element))
  if (type.type === 'ref') return flawsOf(given, definitionOf(type.reference).properties)
  if (type.type === 'array') return Array.isArray(value) ? inside(type.element) : [`${path}: is no list`]
  if (type.type === 'map') return isObject(value) ? inside(type.element) : [`${path}: is no map`]
  if (type.type === 'union') {
    const tries = type.types.map((each) => misfits(given, each))
    return tries.find((flaws) => flaws.length === 0) ?? tries[0] ?? []
  }
  return fits[type.type]?.(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${type.type}`]
}

/** CloudFormation takes numbers and truths as text too. */
const fits: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  'date-time': (value) => typeof value === 'string',
  number: (value) => value !== '' && Number.isFinite(Number(value)),
  integer: (value) => value !== '' && Number.isInteger(Number(value)),
  boolean: (value) => [true, false, 'true', 'false'].includes(value as string),
  json: () => true,
  tag: (value) => isObject(value) && typeof value.Key === 'string' && 'Value' in value,
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFilledIn(value: unknown): boolean {
  if (!isObject(value)) return false
  const [name, ...others] = Object.keys(value)
  return name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))
}
