/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-preview-client.h"

/* Whether the test that asks cannot run, because there is no sandbox. That is a failure, for most
 * of what the helper promises would go unseen; only who knows that there can be none says so. */
static inline gboolean
skip_without_sandbox (void)
{
  if (sf_preview_client_works ())
    return FALSE;
  if (g_getenv ("SIXFOLD_TEST_WITHOUT_SANDBOX") != NULL)
    g_test_skip ("there is no sandbox here");
  else
    {
      g_test_message ("There is no sandbox here. Where that cannot be changed, set "
                      "SIXFOLD_TEST_WITHOUT_SANDBOX=1.");
      g_test_fail ();
    }
  return TRUE;
}
