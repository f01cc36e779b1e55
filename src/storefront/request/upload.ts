import type { RequestHandler } from 'express'
import type { MulterError } from 'multer'
import { fieldError } from '../../catalog/errors.js'
import { Refusal } from '../refusal.js'

/** What a route takes as files: the fields they come in, how many, and how large each may be. */
export interface Upload {
  readonly fields: readonly string[]
  readonly maxFiles: number
  readonly maxBytes: number
}

/** A file that was sent with a form. Name and type are what the browser says: believe neither. */
export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

const MAX_FIELDS = 200
const MAX_FIELD_BYTES = 64 * 1024

/** Bytes of the longest form with such files. */
export const longestUpload = ({ maxFiles, maxBytes }: Upload): number =>
  maxFiles * maxBytes + MAX_FIELDS * MAX_FIELD_BYTES

/** Reads a multipart form into memory, within the limits of its route. What reads it is loaded with the first form. */
export function readUpload({ fields, maxFiles, maxBytes }: Upload): RequestHandler {
  const limits = {
    files: maxFiles,
    fileSize: maxBytes,
    fields: MAX_FIELDS,
    fieldSize: MAX_FIELD_BYTES,
    parts: MAX_FIELDS + maxFiles,
    fieldNameSize: 100,
  }
  return async (request, response, next) => {
    const { default: multer, MulterError } = await import('multer')
    const read = multer({ storage: multer.memoryStorage(), defParamCharset: 'utf8', limits }).any()
    read(request, response, (error: unknown) => {
      if (!error) next(refuseUnknown(request.files, fields))
      else next(error instanceof MulterError ? toRefusal(error, maxFiles) : new Refusal(400, 'badRequest'))
    })
  }
}

function toRefusal(error: MulterError, maxFiles: number): unknown {
  if (error.code === 'LIMIT_FILE_COUNT') return fieldError(error.field ?? '', 'tooMany', { maximum: maxFiles })
  return new Refusal(error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE' ? 413 : 400, 'tooLarge')
}

function refuseUnknown(files: unknown, fields: readonly string[]): unknown {
  // A form without files may come in the plain encoding, and then there is no list of them.
  const unknown = ((files ?? []) as Express.Multer.File[]).find(({ fieldname }) => !fields.includes(fieldname))
  return unknown && fieldError(unknown.fieldname, 'unknownField')
}

/** The files that a request brought; none when its route takes none. A field left empty is no file. */
export const uploadedFiles = (files: unknown): readonly UploadedFile[] =>
  (Array.isArray(files) ? (files as Express.Multer.File[]) : [])
    .filter(({ originalname, size }) => originalname !== '' || size > 0)
    .map(({ fieldname, originalname, mimetype, buffer }) => ({
      field: fieldname,
      name: originalname,
      type: mimetype,
      bytes: buffer,
    }))
