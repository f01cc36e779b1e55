import { get, inFront, post, type Route } from '../route.js'
import { limitRequests } from '../limits/limits.js'
import { authenticator, postAuthenticator } from './authenticator.js'
import { code, postCode } from './code.js'
import { forgotten, postForgotten } from './forgotten.js'
import { myAccount, postContact, postEndSession, postPassword, postRecoveryCodes } from './my-account.js'
import { recoveryCodes } from './recovery-codes.js'
import { postRegister, register } from './register.js'
import { postSetUp, setUp } from './set-up.js'
import { shopperRoutes } from './shopper/routes.js'
import { postSignIn, postSignOut, signIn } from './sign-in.js'

const signedIn = inFront('account')
const signingIn = inFront('signingIn')

/** Signing in and out, and one's own account. */
export const accountRoutes: readonly Route[] = [
  get('/account/sign-in', signIn),
  post('/account/sign-in', postSignIn),
  get('/account/register', register),
  post('/account/register', postRegister, { guard: limitRequests }),
  get('/account/forgotten', forgotten),
  post('/account/forgotten', postForgotten, { guard: limitRequests }),
  get('/account/set-up', setUp),
  post('/account/set-up', postSetUp),

  signingIn.get('/account/code', code),
  signingIn.post('/account/code', postCode),
  signingIn.get('/account/authenticator', authenticator),
  signingIn.post('/account/authenticator', postAuthenticator),
  signingIn.post('/account/sign-out', postSignOut),

  signedIn.get('/account', myAccount),
  signedIn.post('/account/password', postPassword),
  signedIn.post('/account/contact', postContact),
  signedIn.post('/account/sessions', postEndSession),
  signedIn.get('/account/recovery-codes', recoveryCodes),
  signedIn.post('/account/recovery-codes', postRecoveryCodes),

  ...shopperRoutes,
]
