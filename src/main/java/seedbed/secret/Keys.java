package seedbed.secret;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import seedbed.startup.StartFailure;

/// Keys for single purposes, all derived from one master key that is never in the database.
@Singleton
public final class Keys {

  private static final int BYTES = 32;
  private static final String FILE = "master.key";

  private final SecretKey master;
  private final Path folder;

  Keys(SecretSettings settings) {
    folder = Path.of(settings.folder());
    String given = settings.key();
    byte[] bytes = given == null || given.isBlank() ? kept(folder) : parsed(given.strip());
    master = new SecretKeySpec(bytes, "HKDF");
    Arrays.fill(bytes, (byte) 0);
  }

  /// The key for one purpose; the same purpose always gets the same key.
  public SecretKey of(String purpose, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(master)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF belongs to every JDK from 25 on", e);
    }
  }

  /// Where keys and what is signed with them are kept, outside the database.
  public Path folder() {
    return folder;
  }

  private static byte[] parsed(String hexadecimal) {
    try {
      byte[] bytes = HexFormat.of().parseHex(hexadecimal);
      if (bytes.length == BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      // Said below, in the same words as a wrong length.
    }
    throw new StartFailure("SEEDBED_KEY 应为 64 位十六进制数（32 字节），可用 openssl rand -hex 32 生成。");
  }

  private static byte[] kept(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (Files.notExists(file)) {
        make(file);
      }
      return parsed(Files.readString(file).strip());
    } catch (IOException e) {
      throw new StartFailure("密钥文件 " + file + " 无法读写：请检查目录权限，或用 SEEDBED_KEY 给出密钥（" + e + "）。", e);
    }
  }

  // Two processes may start at once on one directory: whoever comes second reads the first's key.
  private static void make(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Path fresh = Files.createTempFile(file.getParent(), "master", ".new", forOwner());
    try {
      Files.writeString(fresh, HexFormat.of().formatHex(random));
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException _) {
      // The other's key stands.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileAttribute<?>[] forOwner() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
