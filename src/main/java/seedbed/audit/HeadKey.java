package seedbed.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import seedbed.secret.Keys;
import seedbed.startup.StartFailure;

/// Signs heads of the chain. The public half lies beside the private one, for whoever wants to
/// check a head without Seedbed.
@Singleton
class HeadKey {

  private static final String ALGORITHM = "Ed25519";

  private final KeyPair pair;

  HeadKey(Keys keys) {
    Path folder = keys.folder();
    Path file = folder.resolve("trail-head.key");
    Path open = folder.resolve("trail-head.pub");
    try {
      Files.createDirectories(folder);
      synchronized (HeadKey.class) {
        if (Files.notExists(file)) {
          make(file, open);
        }
      }
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      pair =
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(bytes(open))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(file))));
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure("审计链头的签名密钥 " + file + " 无法读写：请检查目录权限，或从备份恢复 keys 目录（" + e + "）。", e);
    }
  }

  String sign(String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 belongs to every JDK", e);
    }
  }

  boolean signed(String text, String signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(pair.getPublic());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }

  // The private half comes last: where it is, the public one is too.
  private static void make(Path file, Path open) throws IOException, GeneralSecurityException {
    KeyPair fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Files.writeString(open, text(fresh.getPublic().getEncoded()));
    Path temporary = Files.createTempFile(file.getParent(), "trail-head", ".new");
    if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(temporary, text(fresh.getPrivate().getEncoded()));
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String text(byte[] key) {
    return Base64.getEncoder().encodeToString(key) + "\n";
  }

  private static byte[] bytes(Path file) throws IOException {
    return Base64.getDecoder().decode(Files.readString(file).strip());
  }
}
