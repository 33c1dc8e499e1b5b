/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-seal-form.h"

#include "base/sf-crockford.h"
#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAF_PREFIX "sixfold-leaf-1"
#define FINGERPRINT_PREFIX "sixfold-fingerprint-1"
#define MESSAGE_PREFIX "sixfold-seal-1"
#define SCAN_PREFIX "SIXFOLD1:"
#define GROUP_SIZE 4
#define N_SYMBOLS (SF_FINGERPRINT_GROUPS * GROUP_SIZE)

static void
add_text (GChecksum *checksum, const char *text)
{
  g_checksum_update (checksum, (const guchar *)text, (gssize)strlen (text) + 1);
}

static void
finish (GChecksum *checksum, guint8 *digest)
{
  gsize length = SF_HASH_SIZE;

  g_checksum_get_digest (checksum, digest, &length);
}

/* --- leaves ----------------------------------------------------------------------------------- */

void
sf_seal_form_canonical (SfValue *to, const SfValue *from)
{
  g_autoptr (GBytes) bytes = NULL;

  if (from->type != SF_VALUE_UUID)
    {
      sf_value_copy (to, from);
      return;
    }
  bytes = g_bytes_new (from->uuid.bytes, sizeof from->uuid.bytes);
  sf_value_set_blob (to, bytes);
}

static void
digest_leaf (const SfSealLeaf *leaf, guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (checksum, LEAF_PREFIX);
  add_text (checksum, leaf->table);
  g_checksum_update (checksum, leaf->record.bytes, sizeof leaf->record.bytes);
  add_text (checksum, leaf->field);
  g_checksum_update (checksum, leaf->salt, SF_SALT_SIZE);
  sf_value_digest (&leaf->value, checksum);
  finish (checksum, digest);
}

SfSealLeaf *
sf_seal_leaf_new (const char *table, const SfUuid *record, const char *field, const SfValue *value)
{
  SfSealLeaf *leaf = g_new0 (SfSealLeaf, 1);

  leaf->table = g_strdup (table);
  leaf->record = *record;
  leaf->field = g_strdup (field);
  sf_seal_form_canonical (&leaf->value, value);
  sf_step_hash_make_salt (leaf->salt);
  digest_leaf (leaf, leaf->digest);
  return leaf;
}

void
sf_seal_leaf_free (SfSealLeaf *leaf)
{
  sf_value_clear (&leaf->value);
  g_free (leaf->table);
  g_free (leaf->field);
  g_free (leaf);
}

gboolean
sf_seal_leaf_is_sound (const SfSealLeaf *leaf)
{
  guint8 made[SF_HASH_SIZE];

  if (leaf->is_erased)
    return TRUE;
  digest_leaf (leaf, made);
  return memcmp (made, leaf->digest, SF_HASH_SIZE) == 0;
}

int
sf_seal_leaf_compare (gconstpointer a, gconstpointer b)
{
  const SfSealLeaf *one = *(const SfSealLeaf *const *)a, *two = *(const SfSealLeaf *const *)b;
  int order = strcmp (one->table, two->table);

  if (order == 0)
    order = memcmp (one->record.bytes, two->record.bytes, sizeof one->record.bytes);
  return order != 0 ? order : strcmp (one->field, two->field);
}

void
sf_sealing_free (SfSealing *sealing)
{
  g_clear_pointer (&sealing->leaves, g_ptr_array_unref);
  g_free (sealing->text);
  g_free (sealing);
}

/* --- the root --------------------------------------------------------------------------------- */

static void
hash_node (guint8 kind, const guint8 *left, const guint8 *right, guint8 *node)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, &kind, 1);
  g_checksum_update (checksum, left, SF_HASH_SIZE);
  if (right != NULL)
    g_checksum_update (checksum, right, SF_HASH_SIZE);
  finish (checksum, node);
}

static void
hash_tree (GPtrArray *leaves, guint first, guint n, guint8 *node)
{
  guint8 left[SF_HASH_SIZE], right[SF_HASH_SIZE];
  guint cut = 1;

  if (n == 1)
    {
      hash_node (0, ((const SfSealLeaf *)leaves->pdata[first])->digest, NULL, node);
      return;
    }
  while (cut * 2 < n)
    cut *= 2;
  hash_tree (leaves, first, cut, left);
  hash_tree (leaves, first + cut, n - cut, right);
  hash_node (1, left, right, node);
}

void
sf_seal_form_root (GPtrArray *leaves, guint8 root[SF_HASH_SIZE])
{
  memset (root, 0, SF_HASH_SIZE);
  if (leaves->len > 0)
    hash_tree (leaves, 0, leaves->len, root);
}

/* --- the fingerprint -------------------------------------------------------------------------- */

static char *
write_symbols (const guint8 *symbols)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_SYMBOLS; i++)
    {
      if (i > 0 && i % GROUP_SIZE == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, sf_crockford_alphabet[symbols[i]]);
    }
  return g_string_free (text, FALSE);
}

char *
sf_seal_form_fingerprint (const guint8 root[SF_HASH_SIZE],
                          const guint8 head[SF_HASH_SIZE],
                          const char *framework_digest,
                          const SfUuid *centre,
                          const SfUuid *evaluation,
                          const char *meeting_on,
                          gint64 version)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  guint8 hash[SF_HASH_SIZE], symbols[N_SYMBOLS];

  add_text (checksum, FINGERPRINT_PREFIX);
  g_checksum_update (checksum, root, SF_HASH_SIZE);
  g_checksum_update (checksum, head, SF_HASH_SIZE);
  add_text (checksum, framework_digest);
  g_checksum_update (checksum, centre->bytes, sizeof centre->bytes);
  g_checksum_update (checksum, evaluation->bytes, sizeof evaluation->bytes);
  add_text (checksum, meeting_on);
  add_text (checksum, number);
  finish (checksum, hash);
  for (guint i = 0; i < N_SYMBOLS; i++)
    {
      guint bit = i * 5;
      guint two = (guint)hash[bit / 8] << 8 | hash[bit / 8 + 1];

      symbols[i] = (two >> (11 - bit % 8)) & 0x1f;
    }
  return write_symbols (symbols);
}

char *
sf_fingerprint_parse (const char *text, GError **error)
{
  g_autofree char *clean = NULL;
  guint8 symbols[N_SYMBOLS];
  const char *from;
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_strstrip (g_utf8_make_valid (text, -1));
  from = g_ascii_strncasecmp (clean, SCAN_PREFIX, strlen (SCAN_PREFIX)) == 0
             ? clean + strlen (SCAN_PREFIX)
             : clean;
  for (const char *p = from; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int symbol = sf_crockford_find (c);

      if (sf_crockford_is_between (c))
        continue;
      if (symbol < 0)
        {
          g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                               _ ("A fingerprint has only letters and figures, and no U, like "
                                  "K7QM-4R2T-0C9F-XW3E-18HB-6NPD. It stands at the foot of every "
                                  "page of a sealed report."));
          return NULL;
        }
      if (n < N_SYMBOLS)
        symbols[n] = (guint8)symbol;
      n++;
    }
  if (n == N_SYMBOLS)
    return write_symbols (symbols);
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("A fingerprint has %u groups of %u letters and figures; these are %u in all "
                  "instead of %u."),
               SF_FINGERPRINT_GROUPS, GROUP_SIZE, n, N_SYMBOLS);
  return NULL;
}

/* --- the message ------------------------------------------------------------------------------ */

static void
add_bytes (GString *text, const char *name, const guint8 *bytes, gsize length)
{
  g_string_append_printf (text, "%s: ", name);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  g_string_append_c (text, '\n');
}

/* A value by its type, so that two rows that differ never give the same lines. */
static void
add_value (GString *text, const char *name, const SfValue *value)
{
  g_autoptr (GChecksum) checksum = NULL;
  gsize length;
  const guint8 *bytes;

  switch (value->type)
    {
    case SF_VALUE_INT:
      g_string_append_printf (text, "%s: %" G_GINT64_FORMAT "\n", name, value->integer);
      return;
    case SF_VALUE_UUID:
      add_bytes (text, name, value->uuid.bytes, sizeof value->uuid.bytes);
      return;
    case SF_VALUE_BLOB:
      bytes = g_bytes_get_data (value->blob, &length);
      add_bytes (text, name, bytes, length);
      return;
    case SF_VALUE_TEXT:
      if (strpbrk (value->text, "\n\r") == NULL)
        {
          g_string_append_printf (text, "%s: “%s”\n", name, value->text);
          return;
        }
      break;
    case SF_VALUE_NULL:
    case SF_VALUE_REAL:
    default:
      break;
    }
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sf_value_digest (value, checksum);
  g_string_append_printf (text, "%s: sha256 %s\n", name, g_checksum_get_string (checksum));
}

GBytes *
sf_seal_form_message (const SfUuid *seal, const SfValue *row, const SfUuid *centre, GBytes *before)
{
  /* the words of the form, in its order; never to be changed */
  static const struct
  {
    const char *name;
    guint column;
  } lines[] = {
    { "evaluation", SF_SEAL_EVALUATION },
    { "before", SF_SEAL_PREDECESSOR },
    { "audience", SF_SEAL_AUDIENCE },
    { "version", SF_SEAL_VERSION },
    { "sealed", SF_SEAL_SEALED_AT },
    { "meeting", SF_SEAL_MEETING_ON },
    { "form", SF_SEAL_FORM },
    { "framework", SF_SEAL_FRAMEWORK_DIGEST },
    { "history", SF_SEAL_CHAIN_HEAD },
    { "data", SF_SEAL_DATA_ROOT },
    { "fields", SF_SEAL_LEAVES },
    { "fingerprint", SF_SEAL_FINGERPRINT },
    { "pages", SF_SEAL_PDF_DIGEST },
    { "size", SF_SEAL_PDF_SIZE },
    { "key", SF_SEAL_PUBLIC_KEY },
  };
  static const SfUuid nil;
  GString *text = g_string_new (MESSAGE_PREFIX "\n");
  gsize length = 0;
  const guint8 *bytes = before != NULL ? g_bytes_get_data (before, &length) : NULL;

  add_bytes (text, "seal", seal->bytes, sizeof seal->bytes);
  add_bytes (text, "centre", centre != NULL ? centre->bytes : nil.bytes, sizeof nil.bytes);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_value (text, lines[i].name, &row[lines[i].column]);
  add_bytes (text, "signature-before", bytes, length);
  return g_string_free_to_bytes (text);
}
