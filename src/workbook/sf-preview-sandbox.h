/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The command that runs the preview helper in a sandbox. */

/* Returns: (transfer full) (nullable): the words of the command; NULL where there is no sandbox.
 * @task: NULL-terminated: what the helper is told */
char **sf_sandbox_make_command (const char *const *task);

G_END_DECLS
