/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* A record class is written once, as a list of its columns:
 *
 *   #define SF_TARGET_COLUMNS(X, T, p, P) \
 *     X (T, p, P, TITLE, title, TEXT, N_ ("title"), NULL, SF_COLUMN_SEARCHED | …) \
 *     …
 *
 * (column's constant, its name, its type, what history calls it, the table a REF points into,
 * its flags). SF_RECORD_COLUMNS makes of it the constants SF_TARGET_TITLE and so on, the
 * count SF_TARGET_N_COLUMNS and the getters sf_target_get_title (); SF_RECORD_DEFINE the class.
 * The schema repeats the list in SQL; a test holds the two against each other. */

#define SF_X_ENUM_(T, p, P, KEY, name, TYPE, label, references, flags) P##_##KEY,

#define SF_GETTER_INT(T, p, P, KEY, name)                                                          \
  static inline gint64 p##_get_##name (T *self)                                                    \
  {                                                                                                \
    return sf_record_get_int (SF_RECORD (self), P##_##KEY);                                        \
  }
#define SF_GETTER_BOOLEAN SF_GETTER_INT
#define SF_GETTER_INSTANT SF_GETTER_INT
#define SF_GETTER_REAL(T, p, P, KEY, name)                                                         \
  static inline double p##_get_##name (T *self)                                                    \
  {                                                                                                \
    return sf_record_get_real (SF_RECORD (self), P##_##KEY);                                       \
  }
#define SF_GETTER_TEXT(T, p, P, KEY, name)                                                         \
  static inline const char *p##_get_##name (T *self)                                               \
  {                                                                                                \
    return sf_record_get_text (SF_RECORD (self), P##_##KEY);                                       \
  }
#define SF_GETTER_DATE SF_GETTER_TEXT
#define SF_GETTER_BLOB(T, p, P, KEY, name)                                                         \
  static inline GBytes *p##_get_##name (T *self)                                                   \
  {                                                                                                \
    const SfValue *value = sf_record_get_nth (SF_RECORD (self), P##_##KEY);                        \
    return value->type == SF_VALUE_BLOB ? value->blob : NULL;                                      \
  }
#define SF_GETTER_REF(T, p, P, KEY, name)                                                          \
  static inline const SfUuid *p##_get_##name (T *self)                                             \
  {                                                                                                \
    return sf_record_get_ref (SF_RECORD (self), P##_##KEY);                                        \
  }
#define SF_X_GETTER_(T, p, P, KEY, name, TYPE, label, references, flags)                           \
  SF_GETTER_##TYPE (T, p, P, KEY, name)

#define SF_X_COLUMN_(T, p, P, KEY, name, TYPE, label, references, flags)                           \
  { #name, SF_COLUMN_##TYPE, flags, label, references },

#define SF_RECORD_COLUMNS(T, p, P, COLUMNS)                                                        \
  enum                                                                                             \
  {                                                                                                \
    COLUMNS (SF_X_ENUM_, T, p, P) P##_N_COLUMNS                                                    \
  };                                                                                               \
  COLUMNS (SF_X_GETTER_, T, p, P)

#define SF_RECORD_DEFINE(T, p, P, COLUMNS, table, label)                                           \
  struct _##T                                                                                      \
  {                                                                                                \
    SfRecord parent_instance;                                                                      \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (T, p, SF_TYPE_RECORD)                                                       \
  static const SfColumn p##_columns[] = { COLUMNS (SF_X_COLUMN_, T, p, P) };                       \
  static void p##_class_init (T##Class *klass)                                                     \
  {                                                                                                \
    sf_record_class_set_table (SF_RECORD_CLASS (klass), table, label, p##_columns,                 \
                               G_N_ELEMENTS (p##_columns));                                        \
  }                                                                                                \
  static void p##_init (T *self)                                                                   \
  {                                                                                                \
  }

G_END_DECLS
