/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-seal-verify.h"

#include "base/sf-digest.h"
#include "base/sf-error.h"
#include "store/sf-seal-form.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Paper, PDF and file. */

void
sf_fingerprint_answer_free (SfFingerprintAnswer *answer)
{
  g_free (answer->sentence);
  g_free (answer);
}

static const char *
name_evaluation (SfModel *model, SfSeal *seal)
{
  SfEvaluation *evaluation = sf_model_find (model, sf_seal_get_evaluation (seal));

  return evaluation != NULL ? sf_evaluation_get_title (evaluation) : "";
}

/* @found: what agrees, with the evaluation's name */
static void
tell_found (SfModel *model, SfFingerprintAnswer *answer, const char *found)
{
  g_autofree char *first = g_strdup_printf (found, name_evaluation (model, answer->seal));
  g_autofree char *told = sf_seal_tell (model, answer->seal);

  answer->match = SF_FINGERPRINT_FOUND;
  answer->is_good = sf_seal_get_state (model, answer->seal) == SF_SEAL_CURRENT;
  answer->sentence = g_strdup_printf ("%s %s", first, told);
}

static void
tell_not_here (SfModel *model, SfFingerprintAnswer *answer, const char *what)
{
  g_autoptr (GPtrArray) seals = sf_model_list_seals (model, NULL);
  SfSeal *newest = seals->len > 0 ? seals->pdata[0] : NULL;
  g_autofree char *told = NULL;

  answer->match = SF_FINGERPRINT_NOT_HERE;
  if (newest == NULL)
    {
      answer->sentence = g_strdup_printf (
          _ ("%s No report was sealed in this file at all. It may be an older copy of the centre "
             "file, or another centre’s."),
          what);
      return;
    }
  told = sf_seal_tell (model, newest);
  answer->sentence = g_strdup_printf (
      /* Translators: what was not found; an evaluation; what is told of its seal; its fingerprint
       */
      _ ("%1$s The newest that was sealed here is that of “%2$s”, %4$s. %3$s If the paper is "
         "newer, "
         "this file may be an older copy of the centre file, or somebody put another in its "
         "place."),
      what, name_evaluation (model, newest), told, sf_seal_get_fingerprint (newest));
}

/* How many groups differ; and which, from 1. */
static guint
count_differing (const char *a, const char *b, guint *group)
{
  guint n = 0;

  for (guint i = 0; i < SF_FINGERPRINT_GROUPS; i++)
    if (memcmp (a + i * 5, b + i * 5, 4) != 0)
      {
        n++;
        *group = i + 1;
      }
  return n;
}

static void
look_for (SfModel *model, const char *fingerprint, SfFingerprintAnswer *answer)
{
  g_autoptr (GPtrArray) seals = sf_model_list_seals (model, NULL);
  SfSeal *near = NULL;
  guint group = 0, near_group = 0;

  for (guint i = 0; i < seals->len; i++)
    {
      const char *have = sf_seal_get_fingerprint (seals->pdata[i]);
      guint n = strlen (have) == SF_FINGERPRINT_LENGTH ? count_differing (fingerprint, have, &group)
                                                       : SF_FINGERPRINT_GROUPS;

      if (n == 0)
        {
          answer->seal = seals->pdata[i];
          tell_found (model, answer,
                      _ ("This file holds the report with this fingerprint: that of “%s”."));
          return;
        }
      if (n == 1 && near == NULL)
        {
          near = seals->pdata[i];
          near_group = group;
        }
    }
  if (near == NULL)
    {
      tell_not_here (model, answer, _ ("This file holds no report with this fingerprint."));
      return;
    }
  answer->match = SF_FINGERPRINT_NEARLY;
  answer->seal = near;
  answer->sentence = g_strdup_printf (
      _ ("No report has this fingerprint, but that of “%s” differs in group %u alone. Please "
         "compare that group with the paper again."),
      name_evaluation (model, near), near_group);
}

SfFingerprintAnswer *
sf_model_check_fingerprint (SfModel *model, const char *text, GError **error)
{
  g_autofree char *fingerprint = sf_fingerprint_parse (text, error);
  SfFingerprintAnswer *answer;

  if (fingerprint == NULL)
    return NULL;
  answer = g_new0 (SfFingerprintAnswer, 1);
  look_for (model, fingerprint, answer);
  return answer;
}

SfFingerprintAnswer *
sf_model_check_pdf (SfModel *model, const char *digest)
{
  g_autoptr (GPtrArray) seals = sf_model_list_seals (model, NULL);
  SfFingerprintAnswer *answer = g_new0 (SfFingerprintAnswer, 1);

  for (guint i = 0; i < seals->len; i++)
    if (g_strcmp0 (sf_seal_get_pdf_digest (seals->pdata[i]), digest) == 0)
      {
        answer->seal = seals->pdata[i];
        tell_found (model, answer,
                    _ ("This PDF is, byte for byte, the report that was sealed: that of “%s”."));
        return answer;
      }
  tell_not_here (model, answer,
                 _ ("This PDF is not, byte for byte, a report that was sealed in this file. A "
                    "program that opened and saved it may have changed it; compare the fingerprint "
                    "printed in it."));
  return answer;
}

char *
sf_digest_of_path (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SfDigest) digest = sf_digest_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  guint8 piece[65536];
  gssize got = 0;

  while (stream != NULL
         && (got = g_input_stream_read (G_INPUT_STREAM (stream), piece, sizeof piece, NULL, &local))
                > 0)
    sf_digest_update (digest, piece, (gsize)got);
  if (stream != NULL && got == 0)
    return g_strdup (sf_digest_get_string (digest));
  g_set_error (error, SF_ERROR,
               g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? SF_ERROR_NOT_FOUND
                                                                         : SF_ERROR_IO,
               _ ("“%s” could not be read: %s."), path, local->message);
  return NULL;
}
