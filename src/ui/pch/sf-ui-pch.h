/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef SF_UI_PCH_H
#define SF_UI_PCH_H

/* Read once where the tests are built (b_pch): parsing GTK took half of the compiler's time. Every
 * file names what it needs all the same, and builds without this. */
#include <adwaita.h>
#include <glib/gi18n-lib.h>

#endif
